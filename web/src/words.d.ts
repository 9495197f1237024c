declare module 'words:*';
